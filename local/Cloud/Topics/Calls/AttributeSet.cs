namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>What is set, by name.</summary>
internal static class AttributeSet
{
    /// <summary>With this value; an empty one takes it back.</summary>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> set, string name, string value)
    {
        var changed = new Dictionary<string, string>(set, StringComparer.Ordinal);
        if (value.Length == 0)
        {
            changed.Remove(name);
        }
        else
        {
            changed[name] = value;
        }

        return changed;
    }
}
