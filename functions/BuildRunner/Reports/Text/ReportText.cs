namespace Sluice.BuildRunner.Reports.Text;

/// <summary>Texts of report files, within CodeBuild's limits.</summary>
internal static class ReportText
{
    /// <summary>Of an element with a message in an attribute and more in its text: both, unless one repeats the other.</summary>
    public static string? Both(string? message, string? text) => (message?.Trim(), text?.Trim()) switch
    {
        (null or "", null or "") => null,
        ({ Length: > 0 } only, null or "") => only,
        (null or "", { } only) => only,
        var (first, second) => second!.Contains(first!, StringComparison.Ordinal) ? second : $"{first}\n{second}",
    };

    /// <returns>Null if there is nothing but space.</returns>
    public static string? Optional(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : Cut(text.Trim(), longest);

    /// <summary>At most so many characters, the last an ellipsis if there were more; none is cut in two.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
