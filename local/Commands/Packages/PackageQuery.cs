using System.Text;

namespace Sluice.Local.Commands.Packages;

/// <summary>A path of CodeArtifact's API with its query.</summary>
internal static class PackageQuery
{
    /// <param name="path">The path.</param>
    /// <param name="members">Names and values; what has no value is left out.</param>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> members)
    {
        var text = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in members.Where(member => member.Value is not null))
        {
            text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value!));
            mark = '&';
        }

        return text.ToString();
    }
}
