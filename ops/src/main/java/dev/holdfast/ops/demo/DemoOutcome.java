package dev.holdfast.ops.demo;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.simulate.NetworkReportFiles;
import dev.holdfast.ops.simulate.ReportFiles;
import dev.holdfast.simulator.Verdict;

/**
 * What a demonstration came to.
 *
 * @param verdict of the caller, which knows the server by its answers alone
 * @param cards of the simulated card network, which knows the messages and the books alone
 * @param files of the caller's report
 * @param cardFiles of the network's report
 * @param verification of the book, which knows the journal alone
 */
public record DemoOutcome(
        Verdict verdict,
        Verdict cards,
        ReportFiles files,
        NetworkReportFiles cardFiles,
        VerificationReport verification) {}
