using System.Text.Json.Nodes;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Narration;

/// <summary>Tells what happens on the buses, a line an event, in words a person reads.</summary>
/// <param name="screen">Where it tells.</param>
/// <param name="isOneOfMany">Whether several pipelines run beside each other, so that each must be named.</param>
internal sealed class Narrator(IScreen screen, bool isOneOfMany = false)
{
    private const string OwnAlarm = "sluice-d-";
    private readonly ToldCauses _told = new();
    private volatile string _lastEnd = "";

    /// <summary>Shows the event if it is one that people follow.</summary>
    public void Tell(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        switch ((string)happened["detail-type"]!)
        {
            case "CodePipeline Pipeline Execution State Change":
                Pipeline(detail);
                break;
            case "CodePipeline Action Execution State Change":
                Action(detail);
                break;
            case "CodeDeploy Deployment State-change Notification":
                Deployment(detail);
                break;
            case "Sluice Traffic Shifted":
                screen.Line("Traffic", TrafficText.Of(detail));
                break;
            case "Sluice Deployment Judged":
                Judged(detail);
                break;
            case "Sluice Deployment Stop Recorded":
                Stop(detail);
                break;
            case "Sluice Build Queued":
                screen.Line("Build", Name(detail, "project-name") + Text(detail, "message"), Tone.Quiet);
                break;
            case "Sluice Source State Change":
                Source(detail);
                break;
            case "CloudWatch Alarm State Change":
                Alarm(detail);
                break;
        }
    }

    private void Source(JsonObject detail)
    {
        var isThere = Text(detail, "state") == "AVAILABLE";
        screen.Line("Source", $"{Text(detail, "pipeline")}: {(isThere ? "can be read again" : Text(detail, "reason"))}", isThere ? Tone.Good : Tone.Warning);
    }

    private void Pipeline(JsonObject detail)
    {
        switch (Text(detail, "state"))
        {
            case "STARTED":
                screen.Line("Pipeline", $"{Text(detail, "pipeline")} started, execution {Text(detail, "execution-id")}");
                break;
            case "SUPERSEDED":
                screen.Line("Pipeline", $"{Name(detail, "pipeline")}execution {Text(detail, "execution-id")} was superseded by a newer one", Tone.Warning);
                break;
        }
    }

    private void Action(JsonObject detail)
    {
        var category = (string?)detail["type"]?["category"];
        if (category == "Deploy" && (Text(detail, "state") is not "FAILED" || Message(detail) == _lastEnd))
        {
            return; // The deployment's own events say more.
        }

        var (stage, action) = (Text(detail, "stage") ?? "", Text(detail, "action") ?? "");
        var name = Name(detail, "pipeline") + (string.Equals(stage, action, StringComparison.Ordinal) ? "" : action + " ");
        switch (Text(detail, "state"))
        {
            case "STARTED":
                screen.Line(stage, $"{name}started");
                break;
            case "SUCCEEDED":
                screen.Line(stage, $"{name}succeeded{(category == "Source" ? Revision(detail) : "")}", Tone.Good);
                break;
            case "FAILED":
                // The rest of a build's message is in its log, which stands above.
                var because = category == "Build" ? Because(detail).Split('\n')[0] : Because(detail);
                screen.Line(stage, $"{name}failed{because}", Tone.Bad);
                break;
        }
    }

    /// <summary>Which commit it is, and what it says of itself.</summary>
    private static string Revision(JsonObject detail) =>
        Because(detail) is { Length: > 2 } because && (string?)detail["execution-result"]?["external-execution-id"] is { } id && !because.Contains(id, StringComparison.Ordinal) ? $": {id} {because[2..]}" : Because(detail);

    private void Deployment(JsonObject detail)
    {
        var outcome = Text(detail, "outcome");
        _lastEnd = outcome is null ? _lastEnd : Message(detail) ?? "";
        if (Text(detail, "creator") == "codeDeployRollback")
        {
            Rollback(detail);
            return;
        }

        switch (Text(detail, "state"))
        {
            case "START":
                screen.Line("Deploy", $"{TrafficText.Subject(detail)}, deployment {Text(detail, "deploymentId")}");
                break;
            case "READY":
                screen.Line("Waiting", $"{TrafficText.Subject(detail)}, deployment {Text(detail, "deploymentId")}{Because(detail)}", Tone.Warning);
                break;
            case "SUCCESS":
                screen.Line("Deploy", $"{Which(detail)}{outcome ?? "Succeeded"}{Because(detail)}", Tone.Good);
                break;
            case "FAILURE" or "STOP":
                screen.Line("Deploy", $"{Which(detail)}{outcome ?? "Failed"}{_told.Without(Text(detail, "deploymentId"), Because(detail))}", Tone.Bad);
                break;
        }
    }

    // The deployment that was rolled back has said why and where to.
    private void Rollback(JsonObject detail)
    {
        if (Text(detail, "outcome") is { } outcome)
        {
            var failed = Text(detail, "state") == "SUCCESS" ? "" : $", which is {outcome}";
            screen.Line("Deploy", $"{TrafficText.Subject(detail)}, recorded as the rollback {Text(detail, "deploymentId")}{failed}", Tone.Quiet);
        }
    }

    private void Judged(JsonObject detail)
    {
        var outcome = Text(detail, "outcome");
        var tone = outcome == "Pass" ? Tone.Good : outcome == "Fail" ? Tone.Bad : Tone.Warning;
        if (detail["needed"] is null)
        {
            screen.Line("Analysis", $"{Which(detail)}{Text(detail, "what")}: {outcome}, {Text(detail, "why")}", tone);
        }
        else if (!_told.IsStopOf(Text(detail, "deploymentId"), Text(detail, "why")))
        {
            // What the requests of a step tell; if they end it, the stop says so.
            screen.Line("Step", $"{Which(detail)}{Text(detail, "what")}: {Text(detail, "why")}", tone);
        }
    }

    // An alarm of the user's tells itself, with CloudWatch's reason; a deployment's own says less there than here.
    private void Stop(JsonObject detail)
    {
        var (message, isAlarm) = (Text(detail, "message") ?? "", Text(detail, "cause") is "Alarm");
        if (!isAlarm || !_told.IsOfAlarm(message))
        {
            screen.Line(isAlarm ? "Alarm" : "Stop", Which(detail) + message.Split('\n')[0], isAlarm ? Tone.Bad : Tone.Warning);
        }

        _told.Stop(Text(detail, "deploymentId"), message);
    }

    private void Alarm(JsonObject detail)
    {
        if ((string?)detail["state"]?["value"] is "ALARM" && Text(detail, "alarmName") is { } name && !name.StartsWith(OwnAlarm, StringComparison.Ordinal))
        {
            _told.Alarm(name);
            screen.Line("Alarm", $"{name} fired: {(string?)detail["state"]?["reason"]}", Tone.Bad);
        }
    }

    // Deployments that are asked for over the API go on beside each other, whereas a pipeline's stand below their stage if there is one pipeline.
    private string Which(JsonObject detail) => detail["creator"] is not null ? $"{Text(detail, "deploymentId")} " : Name(detail, "application");

    private string Name(JsonObject detail, string member) => isOneOfMany && detail[member] is { } name ? $"{name}: " : "";

    private static string Because(JsonObject detail) => Message(detail) is { Length: > 0 } message ? $": {message}" : "";

    private static string? Message(JsonObject detail) => Text(detail, "message") ?? (string?)detail["execution-result"]?["external-execution-summary"];

    private static string? Text(JsonObject detail, string name) => detail[name]?.ToString();
}
