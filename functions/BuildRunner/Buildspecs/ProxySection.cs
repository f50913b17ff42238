using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>proxy</c>: it says which of CodeBuild's own connections take the explicit proxy. Here all take the machine's.</summary>
internal static class ProxySection
{
    public static void Read(MappingReader root, ICollection<string> notes)
    {
        var wants = root.OptionalMapping("proxy", map => (map.OptionalBool("upload-artifacts") ?? false) | (map.OptionalBool("logs") ?? false));
        if (wants)
        {
            notes.Add("proxy is of no effect: artifacts and logs take the proxy of the build machine, if it has one");
        }
    }
}
