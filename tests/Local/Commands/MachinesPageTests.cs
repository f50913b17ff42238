using System.Text;
using System.Text.RegularExpressions;
using Sluice.Local.Commands;
using Sluice.Local.Tests.StateMachines;

namespace Sluice.Local.Tests.Commands;

/// <summary>The examples of docs/machines.md do what the page says.</summary>
public sealed partial class MachinesPageTests
{
    [Fact]
    public async Task Each_example_prints_what_stands_below_it()
    {
        var examples = Example().Matches(DocsPage.Read("machines.md").Text);
        examples.Count.ShouldBe(3);
        foreach (Match example in examples)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            using var input = new MemoryStream(Encoding.UTF8.GetBytes(example.Groups["stdin"].Value));
            var given = Input().Match(example.Groups["arguments"].Value);
            var options = new MachineOptions(
                "-", given.Success ? given.Groups["json"].Value : null, Fast: example.Groups["arguments"].Value.Contains("--fast", StringComparison.Ordinal));

            await MachineCommand.RunAsync(options, new MachineConsole(input, output, error), _ => new ScriptedServices(), TestContext.Current.CancellationToken);

            (output.ToString() + error).Trim().ShouldBe(example.Groups["printed"].Value.Trim());
        }
    }

    [GeneratedRegex(@"```sh\n[^\n]* machine -(?<arguments>[^\n]*) <<'EOF'\n(?<stdin>.*?)EOF\n```\n.*?```(json|text)\n(?<printed>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();

    [GeneratedRegex("--input '(?<json>[^']*)'", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Input();
}
