using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages quarantine</c> and <c>packages release</c>: stops versions in a whole domain, and lifts that.</summary>
internal static class QuarantineCommand
{
    public static Command CreateQuarantine(ClientOptions options)
    {
        var (package, versions, domain) = (PackageOptions.Package(), PackageOptions.Versions("Which versions (default: all of them, those to come too)"), PackageOptions.Domain());
        var reason = new Option<string>("--reason") { Description = "Why, for all who are refused it", HelpName = "TEXT", Required = true };
        var command = new Command("quarantine", "Stop versions of a package in the whole domain, at once") { package, versions, domain, reason };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(
            talk, "/v1/package/versions/quarantine", NamedPackage.Read(parsed.GetRequiredValue(package)), parsed.GetValue(versions) ?? [], parsed.GetRequiredValue(domain), parsed.GetRequiredValue(reason), "is in quarantine", stop)));
        return options.AddTo(command);
    }

    public static Command CreateRelease(ClientOptions options)
    {
        var (package, versions, domain) = (PackageOptions.Package(), PackageOptions.Versions("Which versions (default: all that is in quarantine of the package)"), PackageOptions.Domain());
        var command = new Command("release", "Lift the quarantine of versions of a package") { package, versions, domain };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(
            talk, "/v1/package/versions/release", NamedPackage.Read(parsed.GetRequiredValue(package)), parsed.GetValue(versions) ?? [], parsed.GetRequiredValue(domain), null, "is given again", stop)));
        return options.AddTo(command);
    }

    private static async Task<int> RunAsync(Talk talk, string path, NamedPackage package, string[] versions, string domain, string? reason, string done, CancellationToken stop)
    {
        var body = new JsonObject();
        if (versions.Length > 0)
        {
            body["versions"] = new JsonArray([.. versions.Select(version => (JsonNode)version)]);
        }

        if (reason is not null)
        {
            body["reason"] = reason;
        }

        var answer = await talk.Suite.PackagesAsync(HttpMethod.Post, PackageQuery.Of(path, [("domain", domain), .. package.Query]), body, stop);
        return await talk.TellAsync(answer, answer["quarantines"]!.AsArray().Select(one => new Row(new Span($"{Text(one!)} {done}: {(string?)one!["reason"]}"))));
    }

    /// <summary>What is in quarantine, for people.</summary>
    public static string Text(JsonNode quarantine) =>
        NamedPackage.Write((string)quarantine["format"]!, (string?)quarantine["namespace"], (string)quarantine["package"]!) + ((string?)quarantine["version"] is { } version ? $" {version}" : ", all of it,");
}
