using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages plan</c>: which versions of a repository its rules of retention would take away now. Nothing is changed.</summary>
internal static class RetentionCommand
{
    private static readonly string[] Headings = ["PACKAGE", "VERSION", "PUBLISHED", "BYTES", "WHY"];

    public static Command Create(ClientOptions options)
    {
        var domain = PackageOptions.Domain();
        var repository = new Option<string>("--repository") { Description = "The repository", HelpName = "NAME", Required = true };
        var command = new Command("plan", "Say which versions of a repository its rules of retention would take away now; nothing is changed") { domain, repository };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetRequiredValue(domain), parsed.GetRequiredValue(repository), stop)));
        return options.AddTo(command);
    }

    private static async Task<int> RunAsync(Talk talk, string domain, string repository, CancellationToken stop)
    {
        var going = await talk.Suite.PagesAsync(HttpMethod.Get, "/v1/package-retention-plan", [("domain", domain), ("repository", repository)], "versions", stop);
        return await talk.TellAsync(
            new JsonObject { ["versions"] = new JsonArray([.. going.Select(one => one.DeepClone())]) }, going.Count > 0 ? TextTable.Of(Headings, [.. going.Select(Cells)], talk.Look.Width) : [new Row(new Span("Every version stays."))]);
    }

    private static IReadOnlyList<Span> Cells(JsonNode version) =>
    [
        new(NamedPackage.Write((string)version["format"]!, (string?)version["namespace"], (string)version["package"]!), Tone.Strong),
        new((string)version["version"]!),
        new(version["publishedTime"] is { } time ? PackageTimes.Written(time) : "-"),
        new(version["assetSizeBytes"]!.ToJsonString()),
        new((string)version["reason"]!),
    ];
}
