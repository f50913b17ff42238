using System.Text.Json.Nodes;

namespace Sluice.Local.Commands.Releases;

/// <summary>
/// Hears on the buses that all of a run has been told. Its record ends first: then its last events are still on their way to the screen, and its machines still have their last states to enter.
/// </summary>
internal sealed class RunEcho(string execution)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The pipeline's machine may have begun before this listened.
    private readonly HashSet<string> _going = [$"{execution}-1"];
    private bool _isTold;

    /// <summary>Completes when the run's end has been told, and every machine that began meanwhile has ended.</summary>
    public Task Heard => _heard.Task;

    public void See(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        lock (_gate)
        {
            switch ((string?)happened["detail-type"])
            {
                case "CodePipeline Pipeline Execution State Change" when (string?)detail["execution-id"] == execution:
                    // Events come in the order in which they were written, so what the run caused was told before.
                    _isTold |= (string?)detail["state"] is not ("STARTED" or "RESUMED" or "STOPPING");
                    break;
                case "Step Functions Execution Status Change" when (string?)detail["status"] == "RUNNING":
                    _going.Add((string)detail["name"]!);
                    break;
                case "Step Functions Execution Status Change":
                    _going.Remove((string)detail["name"]!);
                    break;
            }

            if (_isTold && _going.Count == 0)
            {
                _heard.TrySetResult();
            }
        }
    }
}
