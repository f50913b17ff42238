namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Says which events a filter pattern picks.</summary>
internal interface IEventFilter
{
    bool Matches(string message);
}
