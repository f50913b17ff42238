using System.CommandLine;
using System.Globalization;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages token</c>: a token for package managers, which may resolve as of a time.</summary>
internal static class TokenCommand
{
    public static Command Create(ClientOptions options)
    {
        var domain = PackageOptions.Domain();
        var asOf = new Option<string?>("--as-of") { Description = "Give versions as they were at this time, by ISO 8601", HelpName = "TIME" }.Checks(time => Read(time));
        var command = new Command("token", "Print a token for package managers, which may resolve as of a time") { domain, asOf };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, async talk =>
        {
            var time = parsed.GetValue(asOf) is { } text ? PackageTimes.Written(Read(text)) : null;
            var answer = await talk.Suite.PackagesAsync(HttpMethod.Post, PackageQuery.Of("/v1/authorization-token", ("domain", parsed.GetRequiredValue(domain)), ("as-of", time)), null, stop);
            if (talk.IsJson)
            {
                return await talk.TellAsync(answer, "");
            }

            // Whole, however narrow the terminal is.
            await talk.Output.WriteLineAsync((string)answer["authorizationToken"]!);
            return ExitCodes.Succeeded;
        }));
        return options.AddTo(command);
    }

    private static DateTimeOffset Read(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : throw new UsageException($"--as-of {text}: expected a time by ISO 8601, such as 2026-11-01T00:00:00Z.");
}
