using System.Text.Json;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.Commands;

/// <summary>Reads the definition and the input that the command was given.</summary>
internal static class MachineDocuments
{
    private const string StandardInput = "-";
    private static readonly Dictionary<string, string> NoSubstitutions = [];

    internal static async Task<(MachineDefinition Definition, Data Input)> ReadAsync(MachineOptions options, Stream stdin, ITaskServices services)
    {
        var fromInput = options.Input == StandardInput;
        if (fromInput && options.File == StandardInput)
        {
            throw new MachineFormatException("FILE and --input cannot both be '-': standard input is read once.");
        }

        var faults = new List<MachineFormatException>();
        var text = await TryAsync(() => options.File == StandardInput ? StrictText.ReadAsync(stdin, "standard input") : ReadFileAsync(options.File), faults);
        var input = await TryAsync(async () => ParseInput(fromInput ? await StrictText.ReadAsync(stdin, "standard input") : options.Input ?? "{}"), faults);
        return faults.Count == 0
            ? (MachineDefinition.Parse(text!, NoSubstitutions, services, options.File == StandardInput ? "standard input" : options.File), input!)
            : throw new MachineFormatException(string.Join('\n', faults.Select(fault => fault.Message)), faults[0]);
    }

    /// <summary>Goes on after a fault, so that all of them are told.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> read, List<MachineFormatException> faults)
    {
        try
        {
            return await read();
        }
        catch (MachineFormatException fault)
        {
            faults.Add(fault);
            return default;
        }
    }

    private static async Task<string> ReadFileAsync(string path)
    {
        if (path.StartsWith("--", StringComparison.Ordinal))
        {
            throw new MachineFormatException($"There is no option '{path}'; --input, --data, --fast and --history are known.");
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await StrictText.ReadAsync(file, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MachineFormatException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static Data ParseInput(string json)
    {
        try
        {
            var input = Data.Parse(json);
            return input.Size <= Limits.PayloadBytes
                ? input
                : throw new MachineFormatException($"The input has {input.Size} bytes, and {Limits.PayloadBytes} is the most.");
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"line {line + 1}, byte {(error.BytePositionInLine ?? 0) + 1}" : "its end";
            throw new MachineFormatException($"The input is not JSON (at {place}): {error.Message}", error);
        }
    }
}
