namespace Sluice.Packages.Formats.NuGet.Wire;

/// <summary>The addresses of a repository's registry.</summary>
/// <param name="Root">The repository's own, with a slash at its end.</param>
internal sealed record NuGetAddresses(string Root)
{
    public const string Flat = "flatcontainer";
    public const string Registration = "registration";
    public const string NewRegistration = "registration-semver2";
    public const string Search = "search";
    public const string Autocomplete = "autocomplete";
    public const string Package = "package";
    public const string Symbols = "symbols";

    public string Of(string resource) => $"{Root}v3/{resource}";

    public string Content(string name, string number) => $"{Of(Flat)}/{name}/{number}/{name}.{number}.nupkg";

    public string Index(string hive, string name) => $"{Of(hive)}/{name}/index.json";

    public string Leaf(string hive, string name, string number) => $"{Of(hive)}/{name}/{number}.json";
}
