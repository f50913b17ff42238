using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads texts and lists of texts that may have so many characters.</summary>
internal static class Texts
{
    /// <returns>Null if it is not there, or empty, which means the same.</returns>
    public static IReadOnlyList<string>? List(MappingReader map, string member, CountRange count, int longest, Func<string, string?>? fault = null)
    {
        var texts = map.ListOfStrings(member);
        if (texts.Count > count.Most || (texts.Count > 0 && texts.Count < count.Least))
        {
            map.Fault(member, $"{count} were expected, not {texts.Count}", FaultKinds.Validation);
        }

        foreach (var item in (map.Node(member) as SequenceNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            if ((item.Text.Length == 0 || item.Text.Length > longest ? $"1 to {longest} characters were expected, not {item.Text.Length}" : fault?.Invoke(item.Text)) is { } wrong)
            {
                map.Fault(item, wrong, FaultKinds.Validation);
            }
        }

        return texts.Count == 0 ? null : texts;
    }

    public static string? Optional(MappingReader map, string member, int longest, int least = 1)
    {
        var text = map.OptionalString(member);
        if (text is not null && (text.Length < least || text.Length > longest))
        {
            map.Fault(member, $"{least} to {longest} characters were expected, not {text.Length}", FaultKinds.Validation);
        }

        return text;
    }

    /// <summary>A list that counts as absent when it is empty.</summary>
    public static IReadOnlyList<T>? OrNone<T>(this IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
