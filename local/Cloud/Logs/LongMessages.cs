using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Cuts what is longer than an event may be, and no character in two.</summary>
internal static class LongMessages
{
    // At most three bytes of UTF-8 a UTF-16 unit.
    private const int MostUnits = EventCodec.LargestMessage / 3;

    public static IEnumerable<LogEvent> Cut(LogEvent one)
    {
        var message = one.Message;
        for (var at = 0; at == 0 || at < message.Length;)
        {
            var end = Math.Min(message.Length, at + MostUnits);
            end -= end < message.Length && char.IsHighSurrogate(message[end - 1]) ? 1 : 0;
            yield return at == 0 && end == message.Length ? one : one with { Message = message[at..end] };
            if ((at = end) == 0)
            {
                yield break;
            }
        }
    }
}
