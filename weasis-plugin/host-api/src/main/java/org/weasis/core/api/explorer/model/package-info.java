/** Signatures of Weasis: the tree of patients, studies and series. */
package org.weasis.core.api.explorer.model;
