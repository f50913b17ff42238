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

        // A report stands below all that it reports.
        string[] told = [.. output.Split('\n').Where(line => line.Contains("  Deploy      ", StringComparison.Ordinal) || line.Contains("  Released    ", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..3]).TrimEnd(':', ','))];
        told.Where(line => !line.StartsWith("Deploy hello:live", StringComparison.Ordinal))
            .ShouldBe(["Deploy Succeeded", "Released Succeeded", "Deploy Succeeded", "Released Succeeded", "Deploy RolledBack", "Released RolledBack"]);
    }
}
