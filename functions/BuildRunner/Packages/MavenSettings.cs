using System.Xml.Linq;

namespace Sluice.BuildRunner.Packages;

/// <summary>
/// Maven's settings of all users, below those of the one: the repository stands before Maven Central, and is what <c>deploy</c> goes to. Maven from 3.9 on reads them by itself; an older one is told <c>-gs "$MAVEN_SETTINGS"</c>.
/// </summary>
internal static class MavenSettings
{
    private const string Arguments = "MAVEN_ARGS";

    public static Dictionary<string, string> Write(PackageAccess access, PackageFolder folder, IReadOnlyDictionary<string, string> machine)
    {
        var (id, url) = ($"{access.Domain}--{access.Repository}", access.Of("maven").ToString());
        var file = folder.Write("maven-settings.xml", Settings(id, url, access.Token).ToString());
        return new()
        {
            ["MAVEN_SETTINGS"] = file,
            [Arguments] = $"{machine.GetValueOrDefault(Arguments)} -gs {file}".TrimStart(),
            ["CODEARTIFACT_MAVEN_URL"] = url,
        };
    }

    private static XElement Settings(string id, string url, string token) => new(
        "settings",
        new XElement("servers", new XElement("server", new XElement("id", id), new XElement("username", PackageAccess.User), new XElement("password", token))),
        new XElement("profiles", new XElement(
            "profile",
            new XElement("id", id),
            new XElement("properties", new XElement("altDeploymentRepository", $"{id}::default::{url}")),
            new XElement("repositories", Repository("repository", id, url)),
            new XElement("pluginRepositories", Repository("pluginRepository", id, url)))),
        new XElement("activeProfiles", new XElement("activeProfile", id)));

    private static XElement Repository(string element, string id, string url) => new(element, new XElement("id", id), new XElement("url", url), new XElement("snapshots", new XElement("enabled", "true")));
}
