using System.Threading.Channels;
using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Tools.Serving;

/// <summary>Answers the calls of a build's tools, several at once, from its beginning to its end.</summary>
internal sealed class ToolServer : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pauseUnwatched = TimeSpan.FromMilliseconds(50);
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly ToolFolder _folder;
    private readonly IReadOnlyDictionary<string, ITool> _tools;
    private readonly TimeProvider _time;
    private readonly FileSystemWatcher? _watcher;
    private readonly List<Task> _answers = [];
    private readonly Task _serving;

    public ToolServer(ToolFolder folder, IEnumerable<ITool> tools, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _tools = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        _watcher = Watch();
        _serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _watcher?.Dispose();
        await _serving;
        await Task.WhenAll(_answers);
        _stop.Dispose();
    }

    // There is a limit to watchers, and some file systems tell nothing; it goes without, but slower.
    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_folder.Calls, "*.request") { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Created += (_, _) => _calls.Writer.TryWrite(true);
            watcher.Changed += (_, _) => _calls.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task ServeAsync()
    {
        for (var beat = 1L; !_stop.IsCancellationRequested; beat++)
        {
            try
            {
                _folder.Beat(beat);
                await TakeCallsAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                // The disk is full, or the folder is gone or taken away. Who waits gives up by himself.
            }

            await PauseAsync();
        }
    }

    private async Task PauseAsync()
    {
        using var pause = new CancellationTokenSource(_watcher is null ? _pauseUnwatched : _pause, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, _stop.Token);
        try
        {
            await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // It is time to look, or to end.
        }
    }

    private async Task TakeCallsAsync()
    {
        foreach (var call in _folder.Requests().Where(call => !_taken.Contains(call)).ToList())
        {
            if (await ReadAsync($"{call}.request") is var (tool, asked))
            {
                _taken.Add(call);
                _answers.Add(AnswerAsync(call, tool, asked));
            }
        }

        _answers.RemoveAll(answer => answer.IsCompleted);
    }

    private async Task<(string Tool, ToolCall Call)?> ReadAsync(string request)
    {
        try
        {
            // The build's commands may put anything there.
            await using var content = await BuildFile.OpenAsync(request, request, _stop.Token);
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, _stop.Token);
            return ToolRequest.Read(whole.ToArray());
        }
        catch (ArtifactException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(string call, string tool, ToolCall asked)
    {
        try
        {
            // Others are not to wait for a search through a large source.
            await Task.Yield();
            ToolFolder.Answer(call, await OfAsync(tool, asked));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // The build has ended, and with it whoever asked.
        }
    }

    private async Task<ToolAnswer> OfAsync(string name, ToolCall asked)
    {
        try
        {
            return _tools.TryGetValue(name, out var tool) ? await tool.RunAsync(asked, _stop.Token) : throw new ToolException("there is no such tool here.");
        }
        catch (ToolException e)
        {
            return new ToolAnswer("", $"{name}: {e.Message}\n", e.Status);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ToolAnswer("", $"{name}: {e.Message}\n", Status: 1);
        }
    }
}
