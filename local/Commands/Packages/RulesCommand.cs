using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages rules</c>: shows the rules of repositories and package groups, and sets them from a file.</summary>
internal static class RulesCommand
{
    private const string Path = "/v1/package-rules";

    public static Command Create(Func<ClientOptions> options) => new("rules", "Show and set which versions are given") { Show(options()), Set(options()) };

    private static Command Show(ClientOptions options)
    {
        var (domain, repository, group) = (PackageOptions.Domain(), PackageOptions.Repository(), PackageOptions.Group());
        var command = new Command("show", "Print the rules of a repository or a package group, or say which of a domain have some") { domain, repository, group };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => ShowAsync(talk, parsed.GetRequiredValue(domain), parsed.GetValue(repository), parsed.GetValue(group), stop)));
        return options.AddTo(command);
    }

    private static Command Set(ClientOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "The rules, in JSON; '{}' takes them away, '-' is standard input" };
        var (domain, repository, group) = (PackageOptions.Domain(), PackageOptions.Repository(), PackageOptions.Group());
        var command = new Command("set", "Give a repository or a package group rules, in place of those that it has") { file, domain, repository, group };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, async talk =>
            await SetAsync(talk, await ReadAsync(parsed.GetRequiredValue(file), stop), parsed.GetRequiredValue(domain), parsed.GetValue(repository), parsed.GetValue(group), stop)));
        return options.AddTo(command);
    }

    private static async Task<int> ShowAsync(Talk talk, string domain, string? repository, string? group, CancellationToken stop)
    {
        if (repository is null && group is null)
        {
            var all = await talk.Suite.PagesAsync(HttpMethod.Post, Path, [("domain", domain)], "rules", stop);
            return await talk.TellAsync(new JsonObject { ["rules"] = new JsonArray([.. all.Select(one => one.DeepClone())]) }, all.Count > 0 ? all.Select(one => new Row(new Span(Owner(one)))) : [new Row(new Span($"Nothing in the domain {domain} has rules."))]);
        }

        var rules = (await talk.Suite.PackagesAsync(HttpMethod.Get, PackageQuery.Of(Path, ("domain", domain), ("repository", repository), ("package-group", group)), null, stop))["rules"]!;
        return await talk.TellAsync(rules, ((string?)rules["document"] ?? "{}").TrimEnd().Split('\n').Select(line => new Row(new Span(line))));
    }

    private static async Task<int> SetAsync(Talk talk, string document, string domain, string? repository, string? group, CancellationToken stop)
    {
        var path = PackageQuery.Of(Path, ("domain", domain), ("repository", repository), ("package-group", group));
        var rules = (await talk.Suite.PackagesAsync(HttpMethod.Put, path, new JsonObject { ["rulesDocument"] = document }, stop))["rules"]!;
        return await talk.TellAsync(rules, rules["document"] is null ? $"The {Owner(rules)} has no rules any more." : $"The {Owner(rules)} has these rules from now on.");
    }

    private static string Owner(JsonNode rules) => (string?)rules["repository"] is { } repository ? $"repository {repository}" : $"package group {(string?)rules["packageGroup"]}";

    private static async Task<string> ReadAsync(string file, CancellationToken stop)
    {
        try
        {
            return file == "-" ? await Console.In.ReadToEndAsync(stop) : await File.ReadAllTextAsync(file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {e.Message}");
        }
    }
}
