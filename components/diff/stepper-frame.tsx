import type { ReactNode } from "react";

export interface StepperFrameProps {
  /** `3 of 40`. */
  status: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** From change to change by button or key, and where one is. Shown where there are scripts. */
export function StepperFrame({ status, onPrevious, onNext }: StepperFrameProps) {
  return (
    <div
      role="group"
      aria-label="Go from change to change"
      data-print="hidden"
      className="diff-stepper needs-script"
    >
      <span role="status">{status}</span>
      <button
        type="button"
        aria-label="Previous change"
        title="Previous change (p)"
        data-do="previous-change"
        onClick={onPrevious}
      />
      <button
        type="button"
        aria-label="Next change"
        title="Next change (n)"
        data-do="next-change"
        onClick={onNext}
      />
    </div>
  );
}

/** Before anybody moved. */
export const placesWords = (stops: number): string => (stops === 1 ? "1 place" : `${stops} places`);
