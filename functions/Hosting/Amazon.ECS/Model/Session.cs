namespace Amazon.ECS.Model;

/// <summary>A session of Systems Manager's.</summary>
public class Session
{
    /// <summary>Its id.</summary>
    public string? SessionId { get; set; }

    /// <summary>The WebSocket that it goes over.</summary>
    public string? StreamUrl { get; set; }

    /// <summary>By what a client proves that it is this session's. A bearer secret.</summary>
    public string? TokenValue { get; set; }
}
