using System.Globalization;
using System.Text;
using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.Local.Commands.Builds;

/// <summary>What a person wants to see at the end of a build's log: the phases with their times, why it failed, and which tests did.</summary>
internal static class BuildSummary
{
    private const int LastLines = 10;
    private const int MostTests = 20;
    private const int MessageLines = 3;

    /// <param name="result">How the build ended.</param>
    /// <param name="tests">Those that failed.</param>
    /// <param name="artifacts">Where its artifacts are; null for nowhere.</param>
    public static string Of(BuildResult result, IReadOnlyList<FailedTests> tests, string? artifacts)
    {
        var text = new StringBuilder("\n");
        foreach (var phase in result.Phases.Where(phase => phase.PhaseType < PhaseType.Finalizing))
        {
            text.Append(CultureInfo.InvariantCulture, $"{phase.PhaseType.WireName(),-17}{phase.PhaseStatus.WireName(),-10}{(phase.EndTime - phase.StartTime).TotalSeconds,8:0.0} s\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{result.Status.WireName()} after {(result.Phases[^1].EndTime - result.Phases[0].StartTime).TotalSeconds:0.0} s\n");
        if (result.Message is { } message)
        {
            text.Append(message).Append('\n');
        }

        if (result.LastWords?.TrimEnd() is { Length: > 0 } words)
        {
            text.Append("The last that it said:\n").AppendJoin("", words.Split('\n').TakeLast(LastLines).Select(line => $"  {line}\n"));
        }

        foreach (var failed in tests)
        {
            Append(text, failed);
        }

        if (artifacts is not null && result.Manifest is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Artifacts are in {artifacts}\n");
        }

        foreach (var (name, value) in result.ExportedVariables)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FailedTests failed)
    {
        text.Append(CultureInfo.InvariantCulture, $"{failed.Group}: {failed.Cases.Count} of {failed.Total} tests failed\n");
        foreach (var test in failed.Cases.Take(MostTests))
        {
            var where = test.Prefix is { Length: > 0 } prefix ? $"{prefix}: " : "";
            text.Append(CultureInfo.InvariantCulture, $"  {where}{test.Name}\n");
            if (test.Message?.Trim() is { Length: > 0 } message)
            {
                text.AppendJoin("", message.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(MessageLines).Select(line => $"    {line.TrimEnd()}\n"));
            }
        }

        if (failed.Cases.Count > MostTests)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … and {failed.Cases.Count - MostTests} more\n");
        }
    }
}
