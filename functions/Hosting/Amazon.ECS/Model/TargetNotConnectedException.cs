using System.Net;

namespace Amazon.ECS.Model;

/// <summary>What lets commands into the task does not run.</summary>
public class TargetNotConnectedException(string message) : AmazonECSException(message, "TargetNotConnectedException", HttpStatusCode.BadRequest);
