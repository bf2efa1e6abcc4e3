// GNU libmicrohttpd; the function that starts a server has a variable number of arguments, which Swift cannot call.
#pragma once
#include <microhttpd.h>
#include <netinet/in.h>

/// Starts a server with a thread for each connection.
///
/// @param address where to listen
/// @param connections how many may be open at a time
/// @param timeout seconds after which a silent connection is closed
static inline struct MHD_Daemon *_Nullable microhttpd_start(
    const struct sockaddr *_Nonnull address, MHD_AccessHandlerCallback _Nonnull handle,
    MHD_RequestCompletedCallback _Nonnull completed, void *_Nonnull context, unsigned int connections,
    unsigned int timeout) {
  return MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ITC,
                          ntohs(((const struct sockaddr_in *)address)->sin_port), NULL, NULL, handle, context,
                          MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_NOTIFY_COMPLETED, completed, context,
                          MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_TIMEOUT, timeout,
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)(32 * 1024), MHD_OPTION_LISTENING_ADDRESS_REUSE,
                          1u, MHD_OPTION_END);
}

/// The port that a server listens on: another than asked for when that was 0.
static inline uint16_t microhttpd_port(struct MHD_Daemon *_Nonnull daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

/// A header of a request.
static inline const char *_Nullable microhttpd_header(struct MHD_Connection *_Nullable connection,
                                                      const char *_Nonnull name) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/// An answer with a copy of these bytes.
static inline struct MHD_Response *_Nullable microhttpd_bytes(size_t count, const void *_Nullable bytes) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

/// What handlers return: go on.
static const enum MHD_Result microhttpd_yes = MHD_YES;
/// What handlers return: close the connection.
static const enum MHD_Result microhttpd_no = MHD_NO;
