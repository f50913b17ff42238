using YamlDotNet.Core;

namespace Sluice.Platform.Documents;

/// <summary>What the YAML parser stumbled over, in a person's words.</summary>
internal static class YamlFault
{
    public static InvalidDocumentException Of(YamlException e, string text, FaultList faults)
    {
        var lines = text.TrimEnd().Split('\n');
        var line = Math.Clamp((int)e.Start.Line, 1, lines.Length);
        // The parser sees a tab as the end of what came before it, one line early.
        var tab = new[] { line, line + 1 }.FirstOrDefault(candidate => IsIndentedByTab(lines.ElementAtOrDefault(candidate - 1) ?? ""));
        return tab > 0
            ? faults.Fatal(tab, "", "this is not YAML: the line is indented with a tab; YAML allows spaces only")
            : faults.Fatal(line, "", $"this is not YAML: {e.Message}", (int)e.Start.Column);
    }

    private static bool IsIndentedByTab(string line) => line[..(line.Length - line.TrimStart().Length)].Contains('\t');
}
