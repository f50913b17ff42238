using System.Text.Json;
using System.Text;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Json;

/// <summary>Goes through a JSON file from its beginning to its end, value by value.</summary>
internal sealed class JsonWalk(ReportFormat format, IJsonReport report)
{
    private const int LongestValue = 64 * 1024 * 1024;
    private static readonly JsonReaderOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private JsonPlace? _place;
    private string _name = "";
    private long _lines = 1;

    /// <exception cref="ReportException">It is no such file.</exception>
    public static async Task ReadAsync(ReportFormat format, IJsonReport report, Stream bytes, CancellationToken cancellationToken)
    {
        var encoding = TextEncoding.Of(bytes);
        await using var utf8 = encoding is UTF8Encoding ? bytes : Encoding.CreateTranscodingStream(bytes, encoding, Encoding.UTF8, leaveOpen: true);
        await new JsonWalk(format, report).ReadAsync(utf8, cancellationToken);
    }

    private async Task ReadAsync(Stream utf8, CancellationToken cancellationToken)
    {
        var state = new JsonReaderState(_options);
        var buffer = new byte[64 * 1024];
        var (held, ended, first) = (0, false, true);
        while (!ended)
        {
            var count = await utf8.ReadAsync(buffer.AsMemory(held), cancellationToken);
            (held, ended) = (held + count, count == 0);
            var skipped = first && buffer.AsSpan(0, held).StartsWith("\uFEFF"u8) ? 3 : 0;
            first = false;
            var read = Take(buffer.AsSpan(skipped, held - skipped), ended, ref state) + skipped;
            buffer.AsSpan(read, held - read).CopyTo(buffer);
            held -= read;
            buffer = held == buffer.Length ? Larger(buffer) : buffer;
        }
    }

    private byte[] Larger(byte[] buffer) => buffer.Length >= LongestValue
        ? throw new ReportException(_lines, $"a value has more than {LongestValue / 1024 / 1024} MiB")
        : [.. buffer, .. new byte[buffer.Length]];

    private int Take(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        var counted = 0;
        try
        {
            while (reader.Read())
            {
                _lines += bytes[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                Take(ref reader);
            }
        }
        catch (JsonException e)
        {
            throw new ReportException((e.LineNumber ?? -1) + 1, $"is no well-formed JSON: {Why(e)}");
        }
        catch (InvalidOperationException)
        {
            throw new ReportException(_lines, "is no well-formed JSON: a text is not UTF-8");
        }

        _lines += bytes[counted..(int)reader.BytesConsumed].Count((byte)'\n');
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _place = new JsonPlace(_name, _place, reader.TokenType == JsonTokenType.StartObject, reader.TokenType == JsonTokenType.StartArray, _lines);
                report.Start(_place);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                report.End(_place!);
                _place = _place!.Parent;
                break;
            case var kind:
                var text = kind switch
                {
                    JsonTokenType.String => reader.GetString()!,
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => "",
                };
                report.Value(_place is null ? throw new ReportException(_lines, $"is no {format.Name} report") : new JsonPlace(_name, _place, IsObject: false, IsList: false, _lines), kind, text);
                break;
        }

        // In a list values have no names.
        _name = "";
    }

    private static string Why(JsonException e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place > 0 ? e.Message[..place] : e.Message;
    }
}
