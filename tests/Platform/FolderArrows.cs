using System.Text.RegularExpressions;

namespace Sluice.Platform.Tests;

/// <summary>Which folders of a service use which, by what their files import.</summary>
internal static partial class FolderArrows
{
    /// <param name="service">The service's name.</param>
    /// <param name="files">Each file's path inside the service, and its text. Files at its root put the service together and may use all.</param>
    public static IEnumerable<FolderArrow> Of(string service, IEnumerable<(string Path, string Text)> files) =>
        (from file in files
         let folder = file.Path.Split('/', '\\')
         where folder.Length > 1
         from used in Import().Matches(file.Text)
         where used.Groups["service"].Value == service && used.Groups["folder"].Value != folder[0]
         select new FolderArrow(folder[0], used.Groups["folder"].Value)).Distinct();

    /// <summary>The folders from which a way leads back to them.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<FolderArrow> arrows) =>
        [.. arrows.Select(arrow => arrow.From).Distinct().Where(folder => Reached(arrows, folder).Contains(folder))];

    private static HashSet<string> Reached(IReadOnlyList<FolderArrow> arrows, string from)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([from]);
        while (next.TryPop(out var folder))
        {
            foreach (var arrow in arrows.Where(arrow => arrow.From == folder && reached.Add(arrow.To)))
            {
                next.Push(arrow.To);
            }
        }

        return reached;
    }

    [GeneratedRegex(@"^using Sluice\.(?<service>\w+)\.(?<folder>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
