using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Tests.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_ends_as_it_promises()
    {
        var (exit, output, errors) = await SluiceProcess.RunAsync("demo");

        exit.ShouldBe(0, output + errors);
        output.ShouldContain("Succeeded   Say hello");
        output.ShouldContain("Succeeded   Greet people by their name");
        output.ShouldContain("RolledBack  Take turns with three greetings");
        output.ShouldContain("ms from the alarm to all traffic back");
        errors.ShouldBeEmpty();

        // Its build publishes a package, and restores it, without set-up.
        output.ShouldContain("Packages come from and go to the repository sluice/builds");
        output.ShouldContain("Your package was pushed.");

        // A report stands below all that it reports.
        string[] told = [.. output.Split('\n').Where(line => line.Contains("  Deploy      ", StringComparison.Ordinal) || line.Contains("  Released    ", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..3]).TrimEnd(':', ','))];
        told.Where(line => !line.StartsWith("Deploy hello:live", StringComparison.Ordinal))
            .ShouldBe(["Deploy Succeeded", "Released Succeeded", "Deploy Succeeded", "Released Succeeded", "Deploy RolledBack", "Released RolledBack"]);
        ShouldAgree(output);
    }

    [Fact]
    public async Task Ctrl_C_is_answered_and_leaves_nothing_behind()
    {
        await using var demo = SluiceProcess.Start("demo");
        var folder = (await demo.LineAsync("a repository in ")).Split("a repository in ")[1].Split("/repository,")[0];
        await demo.LineAsync("Compile started");
        await demo.SignalAsync("INT");

        (await demo.ExitAsync()).ShouldBe(130, demo.Output + demo.Errors);
        demo.Output.ShouldContain("stopping; the demo's folder is removed; Ctrl-C again quits at once");
        demo.Errors.ShouldBe("Interrupted.");
        Directory.Exists(folder).ShouldBeFalse();
    }

    /// <summary>No line of what goes on comes after the summary of its release, and none has more requests than that.</summary>
    private static void ShouldAgree(string output)
    {
        foreach (var release in output.Split("  Commit      ")[1..])
        {
            var parts = release.Split("  Released    ");
            parts[1].Split('\n').Count(line => line.Contains("  Requests    ", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, output);
            Totals(parts[0]).ShouldAllBe(shown => shown <= Totals(parts[1]).Single());
        }
    }

    private static List<int> Totals(string lines) =>
    [
        .. lines.Split('\n').Where(line => line.Contains("  Requests    ", StringComparison.Ordinal))
            .Select(line => Regex.Matches(line, @"version [0-9]+: (?<count>[0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Sum(match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture))),
    ];
}
