package org.crossborough.referral.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import org.crossborough.chassis.http.Page;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes the {@code limit} of every list, so that no resource repeats it but one whose usual
 * page is of another size.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PageLimits implements OASFilter {

  private static final int USUAL = 20;

  @Override
  public Parameter filterParameter(Parameter parameter) {
    if (parameter.getIn() == Parameter.In.QUERY && "limit".equals(parameter.getName())) {
      Schema said = parameter.getSchema();
      Object usual = said == null ? null : said.getDefaultValue();
      parameter.setSchema(
          OASFactory.createSchema()
              .type(List.of(Schema.SchemaType.INTEGER))
              .minimum(BigDecimal.ONE)
              .maximum(BigDecimal.valueOf(Page.MAXIMUM))
              .defaultValue(usual == null ? USUAL : Integer.valueOf(usual.toString())));
    }
    return parameter;
  }
}
