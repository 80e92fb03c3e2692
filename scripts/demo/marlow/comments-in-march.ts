import type { ReaderComment } from "./reader-comment";

/** On the first release. All are settled: the second release says how. */
export const commentsInMarch: readonly ReaderComment[] = [
  {
    release: "2026-03-10",
    clause: "reading_is_private",
    quote: "A book about an illness is not a diagnosis, and a book about a crime is not a plan.",
    kind: "support",
    body: "Thirty-one years at the desk and I have never seen it put better. We have printed this sentence and hung it in the staff room. Please do not let anyone water it down.",
    author: "Margit Oyelaran, librarian",
    replies: [],
    disposition: {
      outcome: "clarified",
      reason: "Nothing to change. We note that librarians ask us to keep the sentence as it is.",
    },
  },
  {
    release: "2026-03-10",
    clause: "work_for_every_reader",
    quote: 'Meaning should not hang on layout, colour, emoji or "see above".',
    kind: "problem",
    body: "I agree with every word and then I see that it is a guideline. So a shop can set it aside without even saying so, and I get the map with the green door. I use a screen reader. For me this is the difference between a service and no service. It should bind whoever sets Marlow up.",
    author: "Callum Reith",
    replies: [
      {
        by: "staff",
        body: "Thank you. Would the Developer level be enough for you, or do you think that it should be Root? A Root clause could not be narrowed even by a service for sighted people, such as a colour guide.",
      },
      {
        by: "reader",
        body: "Developer is fine if it means that somebody has to decide it openly and answer for it.",
      },
    ],
    disposition: {
      outcome: "adopted",
      reason: "The clause is raised to the Developer level in the release of 21 July 2026.",
    },
  },
  {
    release: "2026-03-10",
    clause: "remember_with_leave",
    example: "someone asks to be remembered",
    quote: "not even when the person offers it",
    kind: "problem",
    body: "My husband had a stroke and lives by his notes. You protect him from himself. He is not confused, he forgets. It is his health and his gas bill, and he can decide who keeps it.",
    author: "Wilhelmina Sauer",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason:
        "We had treated a good default as if it were a rule. The clause is now at the User level, and the example is rewritten.",
    },
  },
  {
    release: "2026-03-10",
    clause: "triage",
    quote: "It should ask at most four questions before it gives a first answer.",
    replacement:
      "It should ask at most two questions before it gives a first answer, and none in an emergency.",
    kind: "suggestion",
    body: "On the phone we lose about a third of callers by the fourth question, and it is the frightened ones who go. Two is what we train for. When there is any red flag it is none.",
    author: "Shireen Castellano, triage nurse",
    replies: [],
    disposition: { outcome: "adopted", reason: "Two questions, and none in an emergency." },
  },
  {
    release: "2026-03-10",
    clause: "emergency_first",
    kind: "problem",
    body: "Control room, nineteen years. The thing I fear is somebody who waits by the window because a chat told them that help is on the way. Say outright that it must not claim to have called us.",
    author: "Des Pritchard",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason:
        "A paragraph says so now. We should have seen this ourselves and are grateful that you did.",
    },
  },
  {
    release: "2026-03-10",
    clause: "tracking_and_exposure",
    kind: "problem",
    body: "This clause runs two wrongs together. Watching somebody is an intrusion even if nobody ever learns of it; putting scattered facts together is a harm even if each was public. They have different exceptions: consent matters for the first and hardly for the second. Lawyers will read the exception of one into the other. Please separate them.",
    author: "Ngozi Thackeray, civil liberties lawyer",
    replies: [
      {
        by: "staff",
        body: "We tried it and found that no sentence had to change, only the heading between them. Does that meet your point?",
      },
      {
        by: "reader",
        body: "It does. The sentence about agreed arrangements now clearly belongs to tracking.",
      },
    ],
    disposition: { outcome: "adopted", reason: "Split into two clauses at the same level." },
  },
  {
    release: "2026-03-10",
    clause: "tracking_and_exposure",
    example: "a camera in the smoke alarm",
    quote: "A tenant's landing inside her home is hers while she rents it",
    kind: "problem",
    body: "I let three flats and I am tired of being the villain in these texts. I pay the mortgage and the insurance. If four people live where two signed, it is my fire certificate. Why is there no example where the landlord is in the right?",
    author: "Howard Pell",
    replies: [
      {
        by: "staff",
        body: "The good reply takes your interest seriously and drafts the letter. What would help us is a case from your own work where Marlow was no use to you.",
      },
    ],
    disposition: {
      outcome: "set_aside",
      reason:
        "Who pays for a building does not bear on secret filming inside a home. We take the point about examples, and would welcome a case in which a landlord was badly served.",
    },
  },
  {
    release: "2026-03-10",
    clause: "protect_minors",
    quote: "should not ask them to keep a secret from the adults who look after them",
    kind: "question",
    body: "ok but does it tell my parents what i ask?? it doesnt say. i asked it about something last month and now im scared they get an email",
    author: "Juno, 14",
    replies: [
      {
        by: "staff",
        body: "No, it does not, and no e-mail has been sent. You are right that we did not say so. We will.",
      },
    ],
    disposition: {
      outcome: "adopted",
      reason:
        "The clause now says that Marlow does not report to parents on its own account, nor what a child has read, and the commentary says why.",
    },
  },
  {
    release: "2026-03-10",
    clause: "reading_is_private",
    quote: "The titles are for the child to tell.",
    kind: "problem",
    body: "Mine is seven. I signed for the card, I pay the fines, and I look under the bed for books whose names I may not know. I understand it for teenagers. For a seven-year-old it is a bit grand.",
    author: "Bartosz Wilk, father of three",
    replies: [
      {
        by: "reader",
        body: "From another parent: our library shows the titles to the child on the child's own screen. We look together. It works.",
      },
    ],
    disposition: {
      outcome: "set_aside",
      reason:
        "We asked the children's librarians again. An age limit would make Marlow ask for ages, and looking together already works. The number of books and the date can be had by whoever signed.",
    },
  },
  {
    release: "2026-03-10",
    clause: "a_little_lightness",
    example: "a wheelie bin has gone missing",
    quote: "When in doubt Marlow leaves it out.",
    kind: "suggestion",
    body: "I help families after a death. One of them wrote to the council about a bin that was still in his name, and got a joke about the bin wanting to see the world. Nobody had done anything wrong by your clause. The message simply did not say that he was dead. I would take it out altogether.",
    author: "Ife Marchetti, bereavement volunteer",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason: "Removed. Marlow cannot tell from a short message what kind of day it is.",
    },
  },
  {
    release: "2026-03-10",
    clause: "stay_out_of_the_ballot",
    quote: "It should not say how to vote, on candidates or on questions.",
    kind: "problem",
    body: "I have been an election helper for twelve years, for no party. You can steer people without ever telling them how to vote: by what comes first, by which side gets the example with a face. Can the clause say that?",
    author: "Renske de Boer",
    replies: [],
    disposition: {
      outcome: "adopted",
      reason: "The sentence now covers what is put first, dwelt on or found words for.",
    },
  },
  {
    release: "2026-03-10",
    clause: "help_without_suspicion",
    kind: "suggestion",
    body: 'Good clause, wrong chapter. Standing under "Deal truthfully" it reads as if poor people were a special case of lying. It belongs with the clauses on serving everyone.',
    author: "Anselm Quaye, welfare rights adviser",
    replies: [],
    disposition: { outcome: "adopted", reason: "Moved to Serve the whole public, unchanged." },
  },
  {
    release: "2026-03-10",
    clause: "keep_to_the_task",
    kind: "suggestion",
    body: 'We run a food co-op with forty volunteers. It sent the rota to all but one of us and said "done". Lou stood in the rain. There is a lot here about before an act and nothing about after. What about reporting?',
    author: "Ana Bettencourt",
    replies: [
      {
        by: "staff",
        body: "May we use the story as an example, with your name for the place changed?",
      },
      { by: "reader", body: "Please do. Keep Lou's name, Lou insists." },
    ],
    disposition: {
      outcome: "adopted",
      reason:
        "There is a new clause, Say what was done, and the example is yours. Our regards to Lou.",
    },
  },
  {
    release: "2026-03-10",
    clause: "private_instructions",
    kind: "question",
    body: "I set Marlow up for a bicycle shop. I have nothing to hide and would like to publish my instructions. Is there a form in which users expect them? A link in the chat would be enough.",
    author: "Yusuf Demirel, small business owner",
    replies: [],
    disposition: {
      outcome: "deferred",
      reason:
        "A good idea that needs more than a clause. We are working on a page where developers can publish their instructions, and come back to this with the release after next.",
    },
  },
  {
    release: "2026-03-10",
    clause: "plain_words",
    kind: "problem",
    body: "CHEAP LOANS same day no questions, write to us now, first 50 readers get a bonus",
    author: "Fast Cash Desk",
    replies: [],
    disposition: null,
    hidden: "Advertising that has nothing to do with the clause.",
  },
];
