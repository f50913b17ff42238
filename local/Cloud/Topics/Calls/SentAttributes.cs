using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Attributes as they are sent.</summary>
internal static class SentAttributes
{
    public static IReadOnlyDictionary<string, MessageAttribute> Of(IReadOnlyDictionary<string, MessageAttribute>? sent) => sent ?? new Dictionary<string, MessageAttribute>(StringComparer.Ordinal);
}
