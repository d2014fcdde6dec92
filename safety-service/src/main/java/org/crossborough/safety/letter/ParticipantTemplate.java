package org.crossborough.safety.letter;

/** What this service can write to the man: fixed texts that take nothing but his own name. */
enum ParticipantTemplate {
  ACCESS_REQUEST_REPLY(
      """
      Dear %s %s,
      thank you for your request. The programme's office answers it and sends you what it holds \
      about you. There is nothing further that can be sent to you from here.\
      """),
  PROGRAMME_REVIEW(
      """
      Dear %s %s,
      your place on the programme is under review. The programme's office will be in touch.\
      """);

  private final String text;

  ParticipantTemplate(String text) {
    this.text = text;
  }

  ParticipantLetter render(ParticipantRecipient recipient) {
    return new ParticipantLetter(
        recipient, text.formatted(recipient.name().givenName(), recipient.name().familyName()));
  }
}
