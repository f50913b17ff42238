using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Looks at pipelines again and again, and shows what goes on as <c>release</c> and <c>serve</c> do: lines for what happened, and below them what goes on.</summary>
internal static class StatusWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Talk talk, string? given, IScreen screen, CancellationToken stop)
    {
        var (began, news) = (talk.Time.GetUtcNow(), new StatusNews(screen));
        try
        {
            while (true)
            {
                var views = await LookAsync(talk.Suite, given, stop);
                views.ForEach(news.Tell);
                screen.Show(LiveViews.Of(views, began), talk.Time.GetUtcNow() - began);
                await Task.Delay(Pause, talk.Time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Succeeded;
        }
        finally
        {
            screen.Hide();
        }
    }

    private static async Task<List<PipelineView>> LookAsync(SuiteClient suite, string? given, CancellationToken stop)
    {
        var views = new List<PipelineView>();
        foreach (var name in await StatusCommand.NamesAsync(suite, given, stop))
        {
            views.Add(await PipelineReader.ReadAsync(suite, name, stop));
        }

        return views;
    }
}
