package org.crossborough.referral.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The column of disabilities: an array of their codes, in the order they were given. */
@Converter
class Disabilities implements AttributeConverter<@Nullable List<Disability>, String @Nullable []> {

  @Override
  public String @Nullable [] convertToDatabaseColumn(@Nullable List<Disability> named) {
    return named == null ? null : named.stream().map(Enum::name).toArray(String[]::new);
  }

  @Override
  public @Nullable List<Disability> convertToEntityAttribute(String @Nullable [] codes) {
    return codes == null ? null : Arrays.stream(codes).map(Disability::valueOf).toList();
  }
}
