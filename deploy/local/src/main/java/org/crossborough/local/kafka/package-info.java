/** The Kafka broker, its topics and who may touch them. */
@NullMarked
package org.crossborough.local.kafka;

import org.jspecify.annotations.NullMarked;
