using System.Text.Json.Nodes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Packages;

/// <summary>A package in a repository of CodeArtifact.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Owner">The account of the domain; null for the suite's own.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Format">One of CodeArtifact's formats.</param>
/// <param name="Namespace">A scope of npm without its <c>@</c>, a group of Maven; null where there is none.</param>
/// <param name="Name">Its name.</param>
internal sealed record PackageName(string Domain, string? Owner, string Repository, string Format, string? Namespace, string Name)
{
    public static PackageName Of(ActionRequest request) => new(
        request.Configuration["DomainName"], Setting(request, "DomainOwner"), request.Configuration["RepositoryName"], request.Configuration["PackageFormat"], Setting(request, "PackageNamespace")?.TrimStart('@'), request.Configuration["PackageName"]);

    /// <summary>What every call about it says.</summary>
    public JsonObject Parameters()
    {
        var parameters = new JsonObject { ["Domain"] = Domain, ["Repository"] = Repository, ["Format"] = Format, ["Package"] = Name };
        Add(parameters, "DomainOwner", Owner);
        Add(parameters, "Namespace", Namespace);
        return parameters;
    }

    /// <summary>As its own tools write it, with the place where it is.</summary>
    public override string ToString() => $"{Format} package {Written()} in {Domain}/{Repository}";

    private string Written() => (Format, Namespace) switch
    {
        (_, null) => Name,
        ("npm", _) => $"@{Namespace}/{Name}",
        ("maven", _) => $"{Namespace}:{Name}",
        _ => $"{Namespace}/{Name}",
    };

    private static string? Setting(ActionRequest request, string key) => request.Configuration.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    private static void Add(JsonObject parameters, string name, string? value)
    {
        if (value is not null)
        {
            parameters[name] = value;
        }
    }
}
