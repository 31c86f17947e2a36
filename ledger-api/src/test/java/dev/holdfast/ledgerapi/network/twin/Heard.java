package dev.holdfast.ledgerapi.network.twin;

/**
 * An answer, however it was put.
 *
 * @param code DE39
 * @param approvedMinor what was approved; zero for all but approvals of money
 * @param approvalCode whether there is one
 */
record Heard(String code, long approvedMinor, boolean approvalCode) {}
