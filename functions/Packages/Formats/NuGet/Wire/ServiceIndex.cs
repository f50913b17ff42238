using System.Text.Json.Nodes;

namespace Sluice.Packages.Formats.NuGet.Wire;

/// <summary>What clients read first: which resources there are, and where.</summary>
internal static class ServiceIndex
{
    public static JsonObject Of(NuGetAddresses at) => new()
    {
        ["version"] = "3.0.0",
        ["resources"] = new JsonArray(
            Resource(at.Of(NuGetAddresses.Flat) + "/", "PackageBaseAddress/3.0.0", "Contents of packages, and lists of their versions"),
            Resource(at.Of(NuGetAddresses.Registration) + "/", "RegistrationsBaseUrl/3.0.0-beta", "Metadata, without what needs semantic versioning 2.0.0"),
            Resource(at.Of(NuGetAddresses.Registration) + "/", "RegistrationsBaseUrl/3.4.0", "Metadata, without what needs semantic versioning 2.0.0"),
            Resource(at.Of(NuGetAddresses.NewRegistration) + "/", "RegistrationsBaseUrl/3.6.0", "Metadata of all versions"),
            Resource(at.Of(NuGetAddresses.Search), "SearchQueryService", "Search"),
            Resource(at.Of(NuGetAddresses.Search), "SearchQueryService/3.0.0-beta", "Search"),
            Resource(at.Of(NuGetAddresses.Search), "SearchQueryService/3.5.0", "Search, by type of package, too"),
            Resource(at.Of(NuGetAddresses.Autocomplete), "SearchAutocompleteService", "Ids of packages by their beginning"),
            Resource(at.Of(NuGetAddresses.Autocomplete), "SearchAutocompleteService/3.5.0", "Ids of packages by their beginning"),
            Resource(at.Of(NuGetAddresses.Package), "PackagePublish/2.0.0", "Publishing, hiding and showing"),
            Resource(at.Of(NuGetAddresses.Symbols), "SymbolPackagePublish/4.9.0", "Publishing of symbols"),
            Resource(at.Of(NuGetAddresses.Flat) + "/{lower_id}/{lower_version}/readme", "ReadmeUriTemplate/6.13.0", "Readmes")),
    };

    private static JsonObject Resource(string address, string type, string comment) => new() { ["@id"] = address, ["@type"] = type, ["comment"] = comment };
}
