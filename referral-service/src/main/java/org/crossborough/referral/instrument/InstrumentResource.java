package org.crossborough.referral.instrument;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.crossborough.referral.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Instruments over HTTP, so that whoever screens can show the questions and know the rules. */
@Path("/v1/screening-instruments")
@Tag(name = "Screening instruments", description = "What is asked, and what the answers come to.")
@RunOnVirtualThread
class InstrumentResource {

  private static final String EXAMPLE =
      """
      {"code":"AUDIT_C","version":1,"title":"Demonstration: alcohol use in three questions",
       "purpose":"SUBSTANCE_SEVERITY","demo":true,"source":"AUDIT, items 1 to 3",
       "licence":"Own short wording",
       "items":[{"code":"frequency","text":"How often does he drink?","common":false,
         "required":true,"answer":{"from":0,"to":4,"labels":["never","monthly or less",
         "2 to 4 times a month","2 to 3 times a week","4 or more times a week"]}}],
       "scores":[{"code":"total","sumOf":["frequency"]}],
       "rules":[{"outcome":"POSITIVE","when":{"score":"total","atLeast":3}},
         {"outcome":"NEGATIVE"}]}
      """;
  private static final String LISTED =
      """
      {"items":[{"code":"AUDIT_C","version":1,
        "title":"Demonstration: alcohol use in three questions",
        "purpose":"SUBSTANCE_SEVERITY","demo":true}]}
      """;

  private final Instruments instruments;

  InstrumentResource(Instruments instruments) {
    this.instruments = instruments;
  }

  /** Every version of every instrument; as many as are shipped, so there are no pages. */
  @Schema(name = "ScreeningInstrumentList")
  record Listed(List<Heading> items) {}

  /** An instrument without its questions. */
  @Schema(name = "ScreeningInstrumentHeading")
  record Heading(String code, int version, String title, Instrument.Purpose purpose, boolean demo) {

    static Heading of(Instrument instrument) {
      return new Heading(
          instrument.code(),
          instrument.version(),
          instrument.title(),
          instrument.purpose(),
          instrument.demo());
    }
  }

  @GET
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(operationId = "listScreeningInstruments", summary = "List the instruments")
  @APIResponse(
      responseCode = "200",
      description = "All versions, by code and version",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "instruments", value = LISTED)))
  public Listed list() {
    return new Listed(instruments.all().stream().map(Heading::of).toList());
  }

  @GET
  @Path("{code}/versions/{version}")
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(
      operationId = "getScreeningInstrument",
      summary = "Read an instrument",
      description =
          "Its ETag is the checksum of the definition, which never changes once it was used.")
  @APIResponse(
      responseCode = "200",
      description = "Its questions, scores and rules",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Instrument.class),
              examples = @ExampleObject(name = "instrument", value = EXAMPLE)))
  public Response get(
      @Parameter(example = "AUDIT_C") String code, @Parameter(example = "1") int version) {
    return instruments
        .definition(code, version)
        .map(found ->
            Response.ok(found.instrument(), MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(found.checksum()))
                .build())
        .orElseThrow(() -> InstrumentProblem.NOT_FOUND.because("Read the list of instruments."));
  }
}
