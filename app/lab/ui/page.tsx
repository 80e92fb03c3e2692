import { AuthoritySpecimen } from "./authority-specimen";
import { ButtonSpecimen } from "./button-specimen";
import { ColourSpecimen } from "./colour-specimen";
import { FormSpecimen } from "./form-specimen";
import { LabFrame } from "./lab-frame";
import { ListSpecimen } from "./list-specimen";
import { MessageSpecimen } from "./message-specimen";
import { OverlaySpecimen } from "./overlay-specimen";
import { TypeSpecimen } from "./type-specimen";

export default function ComponentsPage() {
  return (
    <LabFrame page="Components">
      <h1 className="mb-2 font-serif text-2xl font-semibold">Components</h1>
      <p className="mb-10 max-w-prose text-ink-muted">
        Every part of the look, in every state. Switch the theme above; narrow the window to a
        phone.
      </p>
      <TypeSpecimen />
      <ColourSpecimen />
      <AuthoritySpecimen />
      <ButtonSpecimen />
      <FormSpecimen />
      <OverlaySpecimen />
      <ListSpecimen />
      <MessageSpecimen />
    </LabFrame>
  );
}
