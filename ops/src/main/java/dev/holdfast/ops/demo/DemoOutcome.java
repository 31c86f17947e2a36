package dev.holdfast.ops.demo;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.simulate.ReportFiles;
import dev.holdfast.simulator.Verdict;

/**
 * What a demonstration came to.
 *
 * @param verdict of the caller, which knows the server by its answers alone
 * @param files of its report
 * @param verification of the book, which knows the journal alone
 */
public record DemoOutcome(Verdict verdict, ReportFiles files, VerificationReport verification) {}
