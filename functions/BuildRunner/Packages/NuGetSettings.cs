using System.Xml.Linq;

namespace Sluice.BuildRunner.Packages;

/// <summary>
/// NuGet reads the settings of a machine below those of the user and of the project: there the repository is a source beside those that they name, and the one that is pushed to. Whoever clears the sources clears this, too.
/// </summary>
internal static class NuGetSettings
{
    public static Dictionary<string, string> Write(PackageAccess access, PackageFolder folder)
    {
        var (name, index) = (access.ToString(), new Uri(access.Of("nuget"), "v3/index.json"));
        var source = Add(name, index.ToString());
        if (index.Scheme == Uri.UriSchemeHttp)
        {
            // On one machine there is no TLS, and NuGet wants to be told that this is meant.
            source.Add(new XAttribute("allowInsecureConnections", "true"));
        }

        folder.Write(
            "NuGet/Config/sluice.config",
            new XElement(
                "configuration",
                new XElement("packageSources", source),
                new XElement("packageSourceCredentials", new XElement(System.Xml.XmlConvert.EncodeLocalName(name), Add("Username", PackageAccess.User), Add("ClearTextPassword", access.Token))),
                new XElement("config", Add("defaultPushSource", index.ToString()))).ToString());
        return new() { ["NUGET_COMMON_APPLICATION_DATA"] = folder.Path, ["CODEARTIFACT_NUGET_URL"] = index.ToString() };
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
