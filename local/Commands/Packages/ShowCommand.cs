using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages show</c>: what a version is, who published it, from where and when it came, and why it is not given.</summary>
internal static class ShowCommand
{
    public static Command Create(ClientOptions options)
    {
        var (package, domain) = (PackageOptions.Package(), PackageOptions.Domain());
        var version = new Argument<string>("VERSION") { Description = "Which version" };
        var repository = new Option<string>("--repository") { Description = "The repository that keeps it", HelpName = "NAME", Required = true };
        var command = new Command("show", "Say who published a version, from where and when it came, and why it is not given") { package, version, domain, repository };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, NamedPackage.Read(parsed.GetRequiredValue(package)), parsed.GetRequiredValue(version), parsed.GetRequiredValue(domain), parsed.GetRequiredValue(repository), stop)));
        return options.AddTo(command);
    }

    private static async Task<int> RunAsync(Talk talk, NamedPackage package, string version, string domain, string repository, CancellationToken stop)
    {
        var path = PackageQuery.Of("/v1/package/version", [("domain", domain), ("repository", repository), .. package.Query, ("version", version)]);
        var told = (await talk.Suite.PackagesAsync(HttpMethod.Get, path, null, stop))["packageVersion"]!;
        return await talk.TellAsync(told, Rows(NamedPackage.Write(package.Format, package.Namespace, package.Name), told));
    }

    private static IEnumerable<Row> Rows(string package, JsonNode told)
    {
        yield return new Row(new Span($"{package} {(string?)told["version"]}", Tone.Strong), new Span($"  {(string?)told["status"]}"));
        var entry = told["origin"]?["domainEntryPoint"];
        yield return Of("from", (string?)entry?["externalConnectionName"] ?? ((string?)entry?["repositoryName"] is { } repository ? $"the repository {repository}" : "-"));
        yield return Of("published by", (string?)told["publishedBy"] ?? "-");
        yield return Of("released", Moment(told["releasedTime"]));
        yield return Of("published here", Moment(told["publishedTime"]));
        if (told["withheld"] is { } withheld)
        {
            yield return new Row(new Span("not given       ", Tone.Quiet), new Span($"{(string?)withheld["reason"]}{(withheld["untilTime"] is { } until ? $"; given from {Moment(until)} on" : "")}", Tone.Bad));
        }
    }

    private static Row Of(string name, string value) => new(new Span($"{name,-16}", Tone.Quiet), new Span(value));

    private static string Moment(JsonNode? seconds) => seconds is null ? "-" : PackageTimes.Written(seconds);
}
