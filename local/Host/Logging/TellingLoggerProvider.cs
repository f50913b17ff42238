using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Local.Host.Storage;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Logging;

/// <summary>Hears in the log of what people must be told at once: a disk that refuses a write, and a fault of ours in the background, each once.</summary>
internal sealed class TellingLoggerProvider(StorageHealth storage, Action<string> tell, string file) : ILoggerProvider
{
    private const int MostTold = 100;
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => new TellingLogger(this);

    public void Dispose()
    {
        // It holds nothing.
    }

    private void Tell(LogLevel level, string text, Exception? exception)
    {
        if (StorageFault.In(exception))
        {
            storage.Failed(exception!);
        }
        else if (level == LogLevel.Critical && _told.Count < MostTold && _told.TryAdd(text, true))
        {
            tell($"A fault of Sluice itself: {text} More is in {file}.");
        }
    }

    private sealed class TellingLogger(TellingLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null || logLevel == LogLevel.Critical)
            {
                provider.Tell(logLevel, formatter(state, exception), exception);
            }
        }
    }
}
