using System.Text.RegularExpressions;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>What the names in an appspec look like.</summary>
internal static partial class AppSpecForms
{
    /// <summary>The member's text; a fault is noted if it has another form.</summary>
    public static string? Checked(this MappingReader map, string name, Regex form, string expected)
    {
        var text = map.OptionalString(name);
        if (text is not null && !form.IsMatch(text))
        {
            map.Fault(name, $"{expected} was expected, not '{(text.Length > 80 ? text[..80] + "…" : text)}'");
        }

        return text;
    }

    /// <summary>The same for a member that must be there; empty without it.</summary>
    public static string CheckedRequired(this MappingReader map, string name, Regex form, string expected) =>
        map.Required(name, expected) ? map.Checked(name, form, expected) ?? "" : "";

    [GeneratedRegex("^(arn:[a-z0-9-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:)?[a-zA-Z0-9_-]{1,64}(:[a-zA-Z0-9_-]{1,128})?\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex HookFunction();
}
