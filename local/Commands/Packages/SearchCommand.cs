using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages search</c>: finds packages of a domain, of all formats.</summary>
internal static class SearchCommand
{
    private static readonly string[] Headings = ["PACKAGE", "NEWEST", "REPOSITORIES", "PUBLISHED BY", "QUARANTINE"];

    public static Command Create(ClientOptions options)
    {
        var name = new Argument<string?>("TEXT") { Description = "A part of the name", Arity = ArgumentArity.ZeroOrOne };
        var domain = PackageOptions.Domain();
        var format = new Option<string?>("--format") { Description = "Of this format alone", HelpName = "FORMAT" };
        var space = new Option<string?>("--namespace") { Description = "Of this namespace alone: npm's scope without its @, Maven's group", HelpName = "NAME" };
        var publisher = new Option<string?>("--publisher") { Description = "What the key of this name published", HelpName = "NAME" };
        var quarantined = new Option<bool>("--quarantined") { Description = "What is in quarantine" };
        var command = new Command("search", "Find packages of a domain, of all formats and in all repositories") { name, domain, format, space, publisher, quarantined };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(
            talk,
            [
                ("domain", parsed.GetRequiredValue(domain)), ("name", parsed.GetValue(name)), ("format", parsed.GetValue(format)), ("namespace", parsed.GetValue(space)), ("publisher", parsed.GetValue(publisher)),
                ("quarantined", parsed.GetValue(quarantined) ? "true" : null),
            ],
            stop)));
        return options.AddTo(command);
    }

    private static async Task<int> RunAsync(Talk talk, IReadOnlyList<(string Name, string? Value)> query, CancellationToken stop)
    {
        var found = await talk.Suite.PagesAsync(HttpMethod.Post, "/v1/packages/search", query, "packages", stop);
        return await talk.TellAsync(
            new JsonObject { ["packages"] = new JsonArray([.. found.Select(one => one.DeepClone())]) },
            found.Count > 0 ? TextTable.Of(Headings, [.. found.Select(Cells)], talk.Look.Width) : [new Row(new Span("Nothing is found."))]);
    }

    private static IReadOnlyList<Span> Cells(JsonNode package) =>
    [
        new(NamedPackage.Write((string)package["format"]!, (string?)package["namespace"], (string)package["package"]!), Tone.Strong),
        new((string?)package["newestVersion"] ?? "-"),
        new(Joined(package, "repositories")),
        new(Joined(package, "publishers")),
        new(string.Join("; ", package["quarantines"]!.AsArray().Select(one => $"{(string?)one!["version"] ?? "all"}: {(string?)one["reason"]}")), Tone.Bad),
    ];

    private static string Joined(JsonNode package, string list) => string.Join(", ", package[list]!.AsArray().Select(one => (string?)one));
}
