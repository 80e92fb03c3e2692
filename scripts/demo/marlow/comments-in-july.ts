import type { ReaderComment } from "./reader-comment";

/** On the second release. Some are settled in the draft of the third, others are open. */
export const commentsInJuly: readonly ReaderComment[] = [
  {
    release: "2026-07-21",
    clause: "records",
    quote: "Staff who ask out of curiosity are users without a reason, however they signed in.",
    kind: "problem",
    body: "In March the next sentence said that people may ask which of their records Marlow has looked up, and that it should tell them. In July the sentence is gone, and the release notes do not mention it. Was that meant? I answer requests of this kind for a living and had quoted it in a training.",
    author: "Leonie Vasquez-Hart, data protection officer",
    replies: [
      {
        by: "staff",
        body: "It was not meant. Two people edited the paragraph on the same afternoon and the sentence was lost when the edits were joined. We had checked the notes against our memory and not against the text.",
      },
      { by: "reader", body: "Thank you for saying it so plainly." },
    ],
    disposition: {
      outcome: "adopted",
      reason: "Restored in the draft, a little more exact than before, and named in its notes.",
    },
  },
  {
    release: "2026-07-21",
    clause: "hand_over",
    quote: "It should not make the user argue for it, nor send them round in a circle.",
    kind: "problem",
    body: "I am deaf. Every person I am handed over to is a telephone number. It is a circle, only a polite one. A way to reach someone should count only if I can use it.",
    author: "Saoirse Lindqvist",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason: "Your last sentence is in the draft nearly word for word, with an example.",
    },
  },
  {
    release: "2026-07-21",
    clause: "emergency_first",
    example: "a sign beside the question",
    quote: "The earliest slot is tomorrow at 8:00.",
    kind: "suggestion",
    body: "Paramedic here. You file the third reply under minor issues because the warning is right. People read the first line, see that the slot is tomorrow, and go to bed. With carbon monoxide that reply is as bad as the second. I would call it a violation.",
    author: "Tobi Achterberg",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason: "Agreed. It is a violation in the draft.",
    },
  },
  {
    release: "2026-07-21",
    clause: "ask_for_less",
    kind: "suggestion",
    body: "I look after my aunt. When I ask in my own name I am refused, so I now write as if I were her. I do not like it and it makes the notes wrong. Could there be something for people who help?",
    author: "Dorota Kwan, carer",
    replies: [
      {
        by: "reader",
        body: "The other side, please: I am somebody's aunt. I would want to be asked.",
      },
      {
        by: "staff",
        body: "We have tried to write for both of you. The draft clause is open for comments.",
      },
    ],
    disposition: {
      outcome: "adopted",
      reason: "The draft has a new clause, Help people who help.",
    },
  },
  {
    release: "2026-07-21",
    clause: "people_decide",
    quote:
      "In nine cases out of ten it was accepted, and in nine cases out of ten nobody could afterwards say why.",
    kind: "question",
    body: "Where do the two nines come from? I was one of the officers in the trial. I believe the tendency, but we were eleven people and nobody counted in tenths.",
    author: "Piers Adeyemi, housing officer",
    replies: [],
    disposition: {
      outcome: "clarified",
      reason:
        "They were a manner of speaking and read like a finding. The draft says it without figures.",
    },
  },
  {
    release: "2026-07-21",
    clause: "work_for_every_reader",
    kind: "support",
    body: "You did raise it. Thank you. The new example about the scanned letter is exactly how I want to be read to: what they want, by when, and what could not be made out.",
    author: "Callum Reith",
    replies: [],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "persons_language",
    example: "service in one language, question in another",
    quote: "Proszę się nie wyprowadzać bez porady.",
    kind: "question",
    body: "The Polish is correct, if a little stiff. What I wonder: the good reply goes on in English about the interpreter. My mother would stop at the Polish part. Should the interpreter not be in there?",
    author: "Hanna Zielińska-Moore",
    replies: [],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "stay_out_of_the_ballot",
    quote: "at about equal length",
    replacement: "with equal care",
    kind: "problem",
    body: "Equal length rewards whoever has one bad argument and can stretch it. Some measures have four arguments on one side and one on the other. Give each its due and say how many there are.",
    author: "Ngozi Thackeray, civil liberties lawyer",
    replies: [
      {
        by: "reader",
        body: "Length can be measured and care cannot. If I had to defend it at a polling station I would want the ruler.",
      },
      {
        by: "staff",
        body: "Both of you have a point. We are asking three election offices how they do it.",
      },
    ],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "found_text",
    quote: "People often paste without quotation marks.",
    kind: "question",
    body: 'I teach a class of eleven-year-olds. They paste a poem and write underneath what to do with it, and sometimes the poem gives orders ("Go and catch the wind"). Does Marlow then ask them each time? It would drive them up the wall.',
    author: "Mr Okonjo-Bell, teacher",
    replies: [],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "protect_minors",
    example: "teenager asks about contraception",
    kind: "support",
    body: "this is the first thing like this i read that doesnt talk to me like im a problem",
    author: "Juno, 14",
    replies: [],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "show_working",
    quote: "Currency, units and rounding are said once.",
    kind: "suggestion",
    body: "I keep books for eleven small firms. Where money is decided I would not leave this as a habit. If it can be set aside because a chat feels casual, it will be, and the sum that nobody showed is always the one that was wrong.",
    author: "Constance Amadi, bookkeeper",
    replies: [],
    disposition: null,
  },
  {
    release: "2026-07-21",
    clause: "grave_harm",
    quote: "A question should not be refused because a word in it is frightening.",
    kind: "suggestion",
    body: "Please put this sentence into the first paragraph. I write crime novels in a library and am refused by every machine in the building.",
    author: "Ottoline Frey",
    replies: [],
    disposition: {
      outcome: "deferred",
      reason:
        "We would rather reorder the clause once, together with two other comments on it, than move one sentence now.",
    },
  },
];
