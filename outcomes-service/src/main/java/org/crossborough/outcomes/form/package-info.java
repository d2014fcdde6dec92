/**
 * The Treatment Outcomes Profile as a form: its items, its versions, and what its answers may be.
 */
@NullMarked
package org.crossborough.outcomes.form;

import org.jspecify.annotations.NullMarked;
